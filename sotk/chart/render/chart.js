"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const stage = document.getElementById("stage");
  const svg = stage.querySelector("svg");
  const search = document.getElementById("search");
  const count = document.getElementById("count");
  const panel = document.getElementById("details");
  const whole = svg.viewBox.baseVal;
  const full = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
  let view = Object.assign({}, full);
  const boxes = new Map();
  const children = new Map();
  const closed = new Set();
  const MANY = 150;  // boxes from which on a chart opens with its branches shut
  const ROOM = 8;  // around the bend of a line
  const GAP = 40;  // where a shut branch leaves room, so much of it stays
  const pages = svg.querySelectorAll(":scope > g");
  let paper = Object.assign({}, full);  // the page as it is now

  for (const group of svg.querySelectorAll("g.box")) boxes.set(group.dataset.key, group);
  for (const [key, box] of Object.entries(data.boxes)) {
    if (box.parent !== null) children.set(box.parent, (children.get(box.parent) || []).concat(key));
  }
  const links = Array.from(svg.querySelectorAll("path[data-to]"));
  const home = new Map();  // where each box, block and the points of each link stand with all branches open
  for (const [key, group] of boxes) home.set(key, group.getBBox());
  const ground = pages.length === 1 ? pages[0].querySelector(":scope > rect") : null;
  const blocks = pages.length === 1
    ? Array.from(pages[0].children).filter((each) => each !== ground && !each.matches("g.box, path[data-to]"))
    : [];
  for (const block of blocks) home.set(block, block.getBBox());
  for (const link of links) home.set(link, link.getAttribute("d").match(/-?[\d.]+/g).map(Number));

  function show() {
    svg.setAttribute("viewBox", [view.x, view.y, view.w, view.h].join(" "));
  }
  function zoom(factor, cx, cy) {
    const w = Math.min(paper.w * 4, Math.max(full.w / 400, view.w * factor));
    const ratio = w / view.w;
    view = { x: cx - (cx - view.x) * ratio, y: cy - (cy - view.y) * ratio, w: w, h: view.h * ratio };
    show();
  }
  function fit() {
    view = Object.assign({}, paper);
    show();
  }
  let across = (value) => value, down = across;
  function place(key) {
    const box = home.get(key);
    return { x: across(box.x), y: down(box.y), width: box.width, height: box.height };
  }
  function move(element, box) {
    const dx = across(box.x) - box.x, dy = down(box.y) - box.y;
    if (dx || dy) element.setAttribute("transform", "translate(" + dx + " " + dy + ")");
    else element.removeAttribute("transform");
  }
  // Lines that run beside each other keep their distance: each bend keeps room around it.
  function bends(points) {
    const found = [];
    for (let n = 2; n < points.length - 2; n += 2) {
      found.push({ x: points[n] - ROOM, y: points[n + 1] - ROOM, width: 2 * ROOM, height: 2 * ROOM });
    }
    return found;
  }
  // Let what is seen move together where branches are shut.
  function settle() {
    if (!ground) return;
    across = down = (value) => value;
    if (closed.size) {
      const kept = Array.from(boxes).filter(([, group]) => !group.classList.contains("gone")).map(([key]) => home.get(key));
      kept.push(...blocks.map((block) => home.get(block)));
      for (const link of links) if (!link.classList.contains("gone")) kept.push(...bends(home.get(link)));
      across = shrunk(kept.map((box) => [box.x, box.x + box.width]), full.x, full.x + full.w, GAP);
      down = shrunk(kept.map((box) => [box.y, box.y + box.height]), full.y, full.y + full.h, GAP);
    }
    for (const [key, group] of boxes) move(group, home.get(key));
    for (const block of blocks) move(block, home.get(block));
    for (const link of links) {
      const points = home.get(link);
      let d = "";
      for (let n = 0; n < points.length; n += 2) {
        d += (n ? " L" : "M") + across(points[n]) + " " + down(points[n + 1]);
      }
      link.setAttribute("d", d);
    }
    const right = across(full.x + full.w), bottom = down(full.y + full.h);
    paper = { x: full.x, y: full.y, w: right - full.x, h: bottom - full.y };
    ground.setAttribute("width", paper.w);
    ground.setAttribute("height", paper.h);
  }
  function point(event) {
    const matrix = svg.getScreenCTM().inverse();
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  }
  function below(key) {
    const found = [];
    const waiting = (children.get(key) || []).slice();
    while (waiting.length) {
      const next = waiting.pop();
      found.push(next);
      waiting.push(...(children.get(next) || []));
    }
    return found;
  }
  function refresh() {
    const gone = new Set();
    for (const key of closed) for (const each of below(key)) gone.add(each);
    for (const [key, group] of boxes) {
      group.classList.toggle("gone", gone.has(key));
      badge(group, closed.has(key) ? below(key).length : 0);
      if (children.has(key)) group.setAttribute("aria-expanded", String(!closed.has(key)));
    }
    for (const link of links) {
      link.classList.toggle("gone", gone.has(link.dataset.to) || gone.has(link.dataset.from));
    }
    settle();
  }
  function badge(group, number) {
    const old = group.querySelector(".badge");
    if (old) old.remove();
    if (!number) return;
    const rect = group.querySelector("rect");
    const text = document.createElementNS(svg.namespaceURI, "text");
    const size = Math.max(6, Number(rect.getAttribute("height")) * 0.3);
    text.setAttribute("class", "badge");
    text.setAttribute("x", Number(rect.getAttribute("x")) + Number(rect.getAttribute("width")) + 2);
    text.setAttribute("y", Number(rect.getAttribute("y")) + Number(rect.getAttribute("height")) / 2);
    text.setAttribute("font-size", size);
    text.textContent = "+" + number;
    group.appendChild(text);
  }
  function toggle(key) {
    if (!children.has(key)) return;
    if (!closed.delete(key)) closed.add(key);
    const before = place(key);
    refresh();
    const after = place(key);  // it stays under the hand
    view.x += after.x - before.x;
    view.y += after.y - before.y;
    show();
  }
  function tell(key) {
    const box = data.boxes[key];
    for (const group of boxes.values()) group.classList.remove("chosen");
    if (!box) {
      panel.hidden = true;
      return;
    }
    boxes.get(key).classList.add("chosen");
    const head = document.createElement("h2");
    head.textContent = box.title;
    const list = document.createElement("dl");
    let above = null;
    for (const [label, value] of box.details) {
      const term = document.createElement("dt");
      const text = document.createElement("dd");
      term.textContent = label;
      text.textContent = value;
      if (label !== above) list.append(term);
      list.append(text);
      above = label;
    }
    panel.replaceChildren(head, list);
    panel.hidden = false;
  }
  function look() {
    const wanted = search.value.trim().toLocaleLowerCase();
    const hits = [];
    for (const [key, group] of boxes) {
      const hit = wanted !== "" && data.boxes[key].title.toLocaleLowerCase().includes(wanted);
      group.classList.toggle("hit", hit);
      if (!hit) continue;
      hits.push(key);
      for (let above = data.boxes[key].parent; above && data.boxes[above]; above = data.boxes[above].parent) {
        closed.delete(above);
      }
    }
    svg.classList.toggle("dim", wanted !== "");
    count.value = wanted === "" ? "" : hits.length + " " + data.found;
    refresh();
    return hits;
  }
  let shown = null;  // the hit that was gone to last
  function next(step) {
    const hits = look();
    if (!hits.length) return;
    const last = hits.indexOf(shown);
    const place = last < 0 ? (step > 0 ? 0 : hits.length - 1) : (last + step + hits.length) % hits.length;
    shown = hits[place];
    centre(shown);
    tell(shown);
    count.value = (place + 1) + "/" + hits.length + " " + data.found;
  }
  function centre(key) {
    const rect = place(key);
    const w = Math.min(paper.w, Math.max(rect.width * 4, paper.w / 4));
    const h = w * paper.h / paper.w;
    view = { x: rect.x + rect.width / 2 - w / 2, y: rect.y + rect.height / 2 - h / 2, w: w, h: h };
    show();
  }
  function keyOf(event) {
    const group = event.target.closest ? event.target.closest("g.box") : null;
    return group ? group.dataset.key : null;
  }

  let drag = null;
  stage.addEventListener("pointerdown", function (event) {
    drag = { x: event.clientX, y: event.clientY, moved: false };
  });
  window.addEventListener("pointermove", function (event) {
    if (!drag) return;
    const scale = view.w / svg.clientWidth;
    const tall = view.h / svg.clientHeight;
    const factor = Math.max(scale, tall);
    if (Math.abs(event.clientX - drag.x) + Math.abs(event.clientY - drag.y) > 3) drag.moved = true;
    if (!drag.moved) return;
    stage.classList.add("dragging");
    view.x -= (event.clientX - drag.x) * factor;
    view.y -= (event.clientY - drag.y) * factor;
    drag = { x: event.clientX, y: event.clientY, moved: true };
    show();
  });
  window.addEventListener("pointerup", function () {
    stage.classList.remove("dragging");
    setTimeout(function () { drag = null; }, 0);
  });
  stage.addEventListener("click", function (event) {
    if (drag && drag.moved) return;
    tell(keyOf(event));
  });
  stage.addEventListener("dblclick", function (event) {
    const key = keyOf(event);
    if (key) toggle(key);
  });
  stage.addEventListener("wheel", function (event) {
    event.preventDefault();
    const at = point(event);
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, at.x, at.y);
  }, { passive: false });
  search.addEventListener("input", look);
  search.addEventListener("keydown", function (event) {
    if (event.key === "Enter") {
      next(event.shiftKey ? -1 : 1);
    }
    if (event.key === "Escape") { search.value = ""; look(); stage.focus(); }
    event.stopPropagation();
  });
  document.addEventListener("keydown", function (event) {
    const step = view.w / 12;
    const mx = view.x + view.w / 2;
    const my = view.y + view.h / 2;
    const key = keyOf(event);
    const acts = {
      "/": function () { search.focus(); },
      "+": function () { zoom(1 / 1.2, mx, my); },
      "=": function () { zoom(1 / 1.2, mx, my); },
      "-": function () { zoom(1.2, mx, my); },
      "0": fit,
      "ArrowLeft": function () { view.x -= step; show(); },
      "ArrowRight": function () { view.x += step; show(); },
      "ArrowUp": function () { view.y -= step; show(); },
      "ArrowDown": function () { view.y += step; show(); },
      "Enter": function () { if (key) { toggle(key); tell(key); } },
      " ": function () { if (key) tell(key); },
      "Escape": function () { tell(null); },
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !acts[event.key]) return;
    if (event.target.tagName === "BUTTON") return;
    event.preventDefault();
    acts[event.key]();
  });
  document.getElementById("fit").addEventListener("click", fit);
  document.getElementById("print").addEventListener("click", function () { window.print(); });
  let held = null;  // what was looked at, while the whole is on paper
  window.addEventListener("beforeprint", function () { held = view; fit(); });
  window.addEventListener("afterprint", function () { if (held) { view = held; show(); } held = null; });
  document.getElementById("expand").addEventListener("click", function () { closed.clear(); refresh(); fit(); });
  document.getElementById("collapse").addEventListener("click", function () {
    for (const key of children.keys()) {
      const box = data.boxes[key];
      if (box && box.parent !== null) closed.add(key);
    }
    refresh();
    fit();
  });

  const asked = new URLSearchParams(location.hash.slice(1));
  if (asked.get("q")) {
    search.value = asked.get("q");
    const hits = look();
    if (hits.length) tell(hits[0]);
  }
  if (asked.has("collapsed") || (boxes.size > MANY && !asked.get("q"))) document.getElementById("collapse").click();
  refresh();
  fit();
})();
