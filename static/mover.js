// One for all pages, fetched once a visit: a message carries only what is to be shown. A change never waits for it.
const SHEET = new CSSStyleSheet();
const dressed = fetch(import.meta.url.replace('mover.js', 'mover.css')).then(r => r.text()).then(css => SHEET.replace(css));
const NS = 'http://www.w3.org/2000/svg', HELD = globalThis.movers ??= {}, LATER = 400, PAGE = 18;
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
  rect: (s, i) => ({x: pct(at(s.x, i)), y: at(s.y, i), width: pct(at(s.w, i)), height: at(s.h, i)}),
  line: (s, i) => ({x1: pct(at(s.x, i)), x2: pct(at(s.x, i)), y1: s.y, y2: s.h}),
  circle: (s, i) => ({cx: pct(at(s.x, i)), cy: at(s.y, i), r: s.k === 'chosen' ? 12 : 7}),
  text: (s, i) => {
    const x = at(s.x, i), left = x < (s.l ?? 200), right = x > 800;
    const a = s.a || (left ? 'start' : right || s.d ? 'end' : 'middle');
    return {x: pct(x), y: at(s.y, i), 'text-anchor': a, dx: s.d ? (left ? 10 : -10) * s.d : 0, dy: s.d ? -10 : 0, visibility: at(s.o, i) === 0 ? 'hidden' : ''};
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
      if (s.r) {
        for (const x of s.r.split(' ')) svg('line', pic, {class: s.k, ...PLACE.line({...s, x: +x}, 0)});
        continue;
      }
      const into = s.p ? svg('svg', pic, {viewBox: `0 0 1000 ${p.h}`, preserveAspectRatio: 'none', width: '100%', height: p.h}) : pic;
      const n = svg(s.t, into, {class: s.k, ...PLACE[s.t](s, 0)});
      if (s.s) n.textContent = at(s.s, 0) + (s.z || "");
      if ('g' in s) n.dataset.goes = s.g;
      if (Object.values(s).some(Array.isArray)) moved.push([n, s]);
    }
    if (p.legend.length) {
      const l = make('div', 'legend', f);
      for (const [kind, words] of p.legend) {
        const swatch = svg('svg', make('span', '', l, words), {width: 12, height: 12});
        if (p.shapes.some(s => s.t === 'circle' && s.k === kind)) svg('circle', swatch, {class: kind, cx: 6, cy: 6, r: 5});
        else svg('rect', swatch, {class: kind, width: 12, height: 12});
      }
    }
  }
  return moved;
};
const OPENS = /[“‘（(]+$/, CLOSES = /^[”’），。；：、,.;:)]+/;
const speak = (p, forms, form, runs) => {
  p.replaceChildren();
  (forms[form] || []).forEach((piece, k, all) => {
    if (k % 2) {  // a run takes the marks beside it along: no line begins with a comma or ends with an open quote
      const whole = make('span', '', p);
      whole.append((all[k - 1].match(OPENS) || [''])[0]);
      make('span', piece[0], whole, runs[(k - 1) / 2] + piece[1]);
      whole.append(((all[k + 1] || '').match(CLOSES) || [''])[0]);
    } else {
      const text = k ? piece.replace(CLOSES, '') : piece;
      p.append(k + 1 < all.length ? text.replace(OPENS, '') : text);
    }
  });
};
export default async function ({key, data, parentElement: root, setStateValue}) {
  await dressed;
  root.getRootNode().adoptedStyleSheets = [SHEET];
  const d = JSON.parse(new TextDecoder().decode(data)), $ = c => root.querySelector(c);
  const range = $('input'), box = $('.mover');
  const h = HELD[key] ??= {};
  const place = v => d.stops.findIndex(s => s[0] === v);
  if (place(h.value) < 0 || (h.turn !== d.turn && !h.busy)) h.value = h.told = d.at;
  h.turn = d.turn;
  const colours = getComputedStyle(box).getPropertyValue('--st-chart-categorical-colors').split(/,(?![^(]*\))/);
  colours.forEach((c, i) => box.style.setProperty('--c' + i, c));
  box.classList.toggle('large', d.large && !d.quiet);
  box.classList.toggle('quiet', d.quiet);
  // Before a room the type is larger than on a page; lengths down are pixels of a page's and grow with it.
  const stage = !!root.getRootNode().host.closest('.st-key-stage');
  box.classList.toggle('stage', stage);
  if (stage && !box.fits) {  // the type follows the window, as it does when the screen is filled
    const type = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
    box.fits = new ResizeObserver(() => box.style.setProperty('--z', Math.max(1, 1.14 * type() / PAGE)));
    box.fits.observe(box);
  }
  $('label span').textContent = d.label;
  $('label').hidden = d.stops.length < 2;
  range.max = d.stops.length - 1;
  const moved = draw($('.pictures'), d);
  // The tallest sentence's room is kept, so that nothing under the finger goes up or down while it moves.
  const says = $('.says');
  const room = () => {
    const all = make('div', 'says', box);
    all.style.cssText = 'visibility: hidden; position: absolute; margin: 0';
    all.style.width = says.getBoundingClientRect().width + 'px';
    for (const s of d.stops) speak(make('p', '', all), d.forms, s[3], s[4]);
    const most = Math.max(0, ...[...all.children].map(p => p.getBoundingClientRect().height));
    all.remove();
    says.style.minHeight = stage || !most ? '' : most + 'px';
  };
  const show = i => {
    const [value, spoken, figure, form, runs, noted, under] = d.stops[i];
    h.value = value;
    range.value = i;
    range.style.setProperty('--f', 100 * i / Math.max(1, d.stops.length - 1) + '%');
    $('.figure').textContent = figure;
    speak(says, d.forms, form, runs);
    range.setAttribute('aria-valuetext', spoken || ($('.says span span') || says).textContent);
    speak($('.note'), d.forms, noted, under);
    for (const [n, s] of moved) {
      const set = PLACE[s.t](s, i);
      for (const k in set) n.setAttribute(k, set[k]);
      if (Array.isArray(s.s)) n.textContent = s.s[i] + (s.z || "");
    }
    for (const b of $('.quick').children) b.setAttribute('aria-pressed', b.value === value);
  };
  const tell = () => {
    clearTimeout(h.timer);
    h.timer = h.busy = false;
    if (d.tells && h.value !== h.told) setStateValue('at', h.told = h.value);
  };
  // A tap on a mark goes there, as the range does; the range is what a key and a screen reader use.
  $('.pictures').onclick = e => { if (e.target.dataset?.goes) show(Number(e.target.dataset.goes)), tell(); };
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
  box.room = room;
  if (!box.watched) {
    let wide = 0;
    box.watched = new ResizeObserver(() => { if (wide !== box.clientWidth) wide = box.clientWidth, box.room(); });
    box.watched.observe(box);
  } else room();
}
