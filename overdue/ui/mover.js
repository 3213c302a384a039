const NS = 'http://www.w3.org/2000/svg', HELD = globalThis.movers ??= {}, LATER = 400;
const at = (v, i) => Array.isArray(v) ? v[i] : v;
const pct = v => v / 10 + '%';
const make = (tag, cls, into, text) => {
  const n = document.createElement(tag);
  if (cls) n.className = cls;
  if (text) n.textContent = text;
  into.append(n);
  return n;
};
const svg = (tag, into, set) => {
  const n = document.createElementNS(NS, tag);
  for (const k in set) n.setAttribute(k, set[k]);
  into.append(n);
  return n;
};
const PLACE = {
  rect: (s, i) => ({x: pct(at(s.x, i)), y: at(s.y, i), width: pct(at(s.w, i)), height: at(s.h, i), 'fill-opacity': s.q ?? ''}),
  line: (s, i) => ({x1: pct(at(s.x, i)), x2: pct(at(s.x, i)), y1: s.y, y2: s.h}),
  circle: (s, i) => ({cx: pct(at(s.x, i)), cy: at(s.y, i), r: 7}),
  text: (s, i) => {
    const x = at(s.x, i), left = x < 200, right = x > 800;
    const a = s.a || (left ? 'start' : right || s.d ? 'end' : 'middle');
    return {x: pct(x), y: at(s.y, i), 'text-anchor': a, dx: s.d ? (left ? 10 : -10) : 0, dy: s.d ? -10 : 0, visibility: at(s.o, i) === 0 ? 'hidden' : ''};
  },
  polyline: (s, i) => ({points: at(s.p, i)}),
  polygon: (s, i) => ({points: at(s.p, i)}),
};
const draw = (box, d) => {
  const moved = [];
  box.replaceChildren();
  for (const p of d.pictures) {
    const f = make('figure', '', box);
    if (p.title) make('figcaption', '', f, p.title);
    const pic = svg('svg', f, {role: 'img', 'aria-label': p.alt, width: '100%', height: p.h});
    for (const s of p.shapes) {
      for (const k in s) if (Array.isArray(s[k])) s[k] = d.lists[s[k][0]];
      const into = s.p ? svg('svg', pic, {viewBox: `0 0 1000 ${p.h}`, preserveAspectRatio: 'none', width: '100%', height: p.h}) : pic;
      const n = svg(s.t, into, {class: s.k, ...PLACE[s.t](s, 0)});
      if (s.s) n.textContent = at(s.s, 0);
      if (Object.values(s).some(Array.isArray)) moved.push([n, s]);
    }
    if (p.legend.length) {
      const l = make('div', 'legend', f);
      for (const [kind, words] of p.legend) svg('rect', svg('svg', make('span', '', l, words), {width: 12, height: 12}), {class: kind, width: 12, height: 12});
    }
  }
  return moved;
};
const speak = (p, forms, form, runs) => {
  p.replaceChildren();
  (forms[form] || []).forEach((piece, k, all) => {
    if (k % 2) make('span', piece[0], p, runs[(k - 1) / 2] + piece[1]);
    else if (piece) p.append(piece);
  });
};
export default function ({key, data, parentElement: root, setStateValue}) {
  const d = JSON.parse(new TextDecoder().decode(data)), $ = c => root.querySelector(c);
  const range = $('input'), box = $('.mover');
  const h = HELD[key] ??= {};
  const place = v => d.stops.findIndex(s => s[0] === v);
  if (place(h.value) < 0 || (h.turn !== d.turn && !h.busy)) h.value = h.told = d.at;
  h.turn = d.turn;
  const colours = getComputedStyle(box).getPropertyValue('--st-chart-categorical-colors').split(/,(?![^(]*\))/);
  colours.forEach((c, i) => box.style.setProperty('--c' + i, c));
  box.classList.toggle('large', d.large);
  $('label span').textContent = d.label;
  $('label').hidden = d.stops.length < 2;
  range.max = d.stops.length - 1;
  const moved = draw($('.pictures'), d);
  const show = i => {
    const [value, spoken, figure, form, runs, noted, under] = d.stops[i];
    h.value = value;
    range.value = i;
    range.style.setProperty('--f', 100 * i / Math.max(1, d.stops.length - 1) + '%');
    $('.figure').textContent = figure;
    speak($('.says'), d.forms, form, runs);
    range.setAttribute('aria-valuetext', spoken || ($('.says span') || $('.says')).textContent);
    speak($('.note'), d.forms, noted, under);
    for (const [n, s] of moved) {
      const set = PLACE[s.t](s, i);
      for (const k in set) n.setAttribute(k, set[k]);
      if (Array.isArray(s.s)) n.textContent = s.s[i];
    }
    for (const b of $('.quick').children) b.setAttribute('aria-pressed', b.value === value);
  };
  const tell = () => {
    clearTimeout(h.timer);
    h.timer = h.busy = false;
    if (h.value !== h.told) setStateValue('at', h.told = h.value);
  };
  $('.quick').replaceChildren();
  for (const [label, value] of d.quick) {
    const b = make('button', '', $('.quick'), label);
    b.type = 'button';
    b.value = value;
    b.onclick = () => { show(place(value)); tell(); };
  }
  range.onpointerdown = () => { h.busy = true; h.keys = false; h.before = h.value; };
  range.onpointerup = () => { h.busy = false; };
  // A finger that only scrolls by has touched it all the same: what it touched is put back.
  range.onpointercancel = () => { h.busy = false; show(Math.max(0, place(h.before))); };
  range.onkeydown = () => { h.keys = true; };
  range.oninput = () => show(Number(range.value));
  range.onchange = () => {
    clearTimeout(h.timer);
    if (h.keys) h.timer = setTimeout(tell, LATER);
    else tell();
  };
  range.onblur = () => h.timer && tell();
  show(Math.max(0, place(h.value)));
}
