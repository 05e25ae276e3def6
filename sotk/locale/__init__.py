"""Messages in two languages.

A message is a value: an English text with named places, and the arguments for them. It is put into
words only where it is shown, so that one finding reads Indonesian in one window and English in the
next. Text of users never becomes a template: only arguments carry it.
"""

from sotk.locale.message import Message, msg
from sotk.locale.translation import LANGUAGES, Language, language_of_environment, say

__all__ = ["LANGUAGES", "Language", "Message", "language_of_environment", "msg", "say"]
