"""All rules, in the order of their codes. A code is never used again."""

from typing import Final

from sotk.rules.agencies.many_agencies import ManyAgencies
from sotk.rules.agencies.shared_affair import SharedAffair
from sotk.rules.annex.incomplete_annex import IncompleteAnnex
from sotk.rules.caps.too_many_bidang import TooManyBidang
from sotk.rules.caps.too_many_seksi import TooManySeksi
from sotk.rules.caps.too_many_subbagian import TooManySubbagian
from sotk.rules.change.displaced_incumbents import DisplacedIncumbents
from sotk.rules.change.echelon_balance import EchelonBalance
from sotk.rules.change.lost_duty import LostDuty
from sotk.rules.change.lost_indicator import LostIndicator
from sotk.rules.change.new_post_without_workload import NewPostWithoutWorkload
from sotk.rules.change.service_already_given import ServiceAlreadyGiven
from sotk.rules.change.unmapped_unit import UnmappedUnit
from sotk.rules.change.unproven_unit import UnprovenUnit
from sotk.rules.duties.duty_of_another_level import DutyOfAnotherLevel
from sotk.rules.duties.duty_overlap import DutyOverlap
from sotk.rules.duties.execution_said_twice import ExecutionSaidTwice
from sotk.rules.duties.foreign_affair import ForeignAffair
from sotk.rules.duties.same_stage_twice import SameStageTwice
from sotk.rules.duties.shared_activity import SharedActivity
from sotk.rules.duties.unit_without_duty import UnitWithoutDuty
from sotk.rules.duties.unknown_code import UnknownCode
from sotk.rules.duties.unowned_activity import UnownedActivity
from sotk.rules.duties.unrelated_duties import UnrelatedDuties
from sotk.rules.duties.unserved_client_group import UnservedClientGroup
from sotk.rules.duties.wrong_level_code import WrongLevelCode
from sotk.rules.echelon.category_against_echelon import CategoryAgainstEchelon
from sotk.rules.echelon.class_inversion import ClassInversion
from sotk.rules.echelon.echelon_against_table import EchelonAgainstTable
from sotk.rules.echelon.echelon_inversion import EchelonInversion
from sotk.rules.form.circular_guidance import CircularGuidance
from sotk.rules.form.misplaced_unit import MisplacedUnit
from sotk.rules.form.missing_required_unit import MissingRequiredUnit
from sotk.rules.form.second_sekretariat import SecondSekretariat
from sotk.rules.form.too_many_affairs import TooManyAffairs
from sotk.rules.form.type_against_score import TypeAgainstScore
from sotk.rules.form.unknown_kind import UnknownKind
from sotk.rules.heads.headless_unit import HeadlessUnit
from sotk.rules.heads.vacant_head import VacantHead
from sotk.rules.layers.deep_chain import DeepChain
from sotk.rules.layers.one_to_one_layer import OneToOneLayer
from sotk.rules.layers.unbalanced_siblings import UnbalancedSiblings
from sotk.rules.layers.uneven_branches import UnevenBranches
from sotk.rules.names.duplicate_head_title import DuplicateHeadTitle
from sotk.rules.names.duplicate_sibling_name import DuplicateSiblingName
from sotk.rules.names.name_against_kind import NameAgainstKind
from sotk.rules.names.outdated_head_title import OutdatedHeadTitle
from sotk.rules.names.unlisted_title import UnlistedTitle
from sotk.rules.performance.incomplete_indicator import IncompleteIndicator
from sotk.rules.performance.leaderless_indicator import LeaderlessIndicator
from sotk.rules.performance.loose_indicator import LooseIndicator
from sotk.rules.performance.loose_objective import LooseObjective
from sotk.rules.performance.many_indicators import ManyIndicators
from sotk.rules.performance.objective_without_indicator import ObjectiveWithoutIndicator
from sotk.rules.performance.output_indicator import OutputIndicator
from sotk.rules.regime.missing_functional_group import MissingFunctionalGroup
from sotk.rules.regime.seksi_after_simplification import SeksiAfterSimplification
from sotk.rules.regime.sub_coordinator import SubCoordinator
from sotk.rules.regime.team_as_unit import TeamAsUnit
from sotk.rules.rule import Options, Rule
from sotk.rules.span.many_supporting_units import ManySupportingUnits
from sotk.rules.span.narrow_person_span import NarrowPersonSpan
from sotk.rules.span.wide_person_span import WidePersonSpan
from sotk.rules.span.wide_span import WideSpan
from sotk.rules.uptd.class_against_hours import ClassAgainstHours
from sotk.rules.uptd.class_against_posts import ClassAgainstPosts
from sotk.rules.uptd.crowded_uptd import CrowdedUptd
from sotk.rules.uptd.misused_branch_office import MisusedBranchOffice
from sotk.rules.uptd.unmet_criteria import UnmetCriteria
from sotk.rules.workload.need_against_workload import NeedAgainstWorkload
from sotk.rules.workload.surplus_incumbents import SurplusIncumbents
from sotk.rules.workload.thin_position import ThinPosition
from sotk.rules.workload.thin_unit import ThinUnit
from sotk.rules.workload.uneven_load import UnevenLoad

RULES: Final[tuple[type[Rule[Options]], ...]] = (
    SharedAffair,
    ManyAgencies,
    IncompleteAnnex,
    TooManyBidang,
    TooManySubbagian,
    TooManySeksi,
    UnmappedUnit,
    LostDuty,
    DisplacedIncumbents,
    LostIndicator,
    EchelonBalance,
    UnprovenUnit,
    NewPostWithoutWorkload,
    ServiceAlreadyGiven,
    EchelonAgainstTable,
    EchelonInversion,
    ClassInversion,
    CategoryAgainstEchelon,
    UnknownKind,
    MisplacedUnit,
    MissingRequiredUnit,
    SecondSekretariat,
    TypeAgainstScore,
    TooManyAffairs,
    CircularGuidance,
    UnownedActivity,
    SharedActivity,
    WrongLevelCode,
    DutyOverlap,
    SameStageTwice,
    UnrelatedDuties,
    UnservedClientGroup,
    ForeignAffair,
    UnknownCode,
    UnitWithoutDuty,
    DutyOfAnotherLevel,
    ExecutionSaidTwice,
    HeadlessUnit,
    VacantHead,
    ObjectiveWithoutIndicator,
    LeaderlessIndicator,
    ManyIndicators,
    IncompleteIndicator,
    LooseObjective,
    LooseIndicator,
    OutputIndicator,
    OneToOneLayer,
    DeepChain,
    UnevenBranches,
    UnbalancedSiblings,
    DuplicateSiblingName,
    DuplicateHeadTitle,
    NameAgainstKind,
    UnlistedTitle,
    OutdatedHeadTitle,
    SeksiAfterSimplification,
    MissingFunctionalGroup,
    SubCoordinator,
    TeamAsUnit,
    WideSpan,
    WidePersonSpan,
    ManySupportingUnits,
    NarrowPersonSpan,
    ClassAgainstHours,
    ClassAgainstPosts,
    UnmetCriteria,
    CrowdedUptd,
    MisusedBranchOffice,
    SurplusIncumbents,
    NeedAgainstWorkload,
    UnevenLoad,
    ThinUnit,
    ThinPosition,
)


def rule_of(word: str) -> type[Rule[Options]] | None:
    """The rule of a code or a name; None for a stranger."""
    return next((rule for rule in RULES if word.upper() == rule.code or word == rule.name), None)
