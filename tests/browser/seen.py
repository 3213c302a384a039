"""What a room sees of the stage, asked of the page itself: what fits, is cut, too small, or lies over another."""

FITS = """() => { const stage = document.querySelector('.st-key-stage');
  return stage.scrollHeight <= stage.clientHeight; }"""
CUT = """() => { const stage = document.querySelector('.st-key-stage'), wide = stage.getBoundingClientRect().right;
  return [...stage.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > wide + 1).length; }"""
TOKEN = """const kept = Storage.prototype.getItem;
  Storage.prototype.getItem = function (name) { return name === 'overdue-token' ? '%s' : kept.call(this, name) }"""
SIZE = "e => parseFloat(getComputedStyle(e).fontSize)"
# What a room reads: every visible text of the stage, those of a picture too, as [size in px, text], if below a size.
SMALL = """least => { const found = [], look = root => { for (const e of root.querySelectorAll('*')) {
    if (e.shadowRoot) look(e.shadowRoot);
    const own = [...e.childNodes].filter(n => n.nodeType === 3 && n.data.trim());
    if (!own.length || /^(style|script)$/i.test(e.tagName) || !e.checkVisibility({visibilityProperty: true})) continue;
    const all = document.createRange(); all.selectNodeContents(own[0]);
    const size = parseFloat(getComputedStyle(e).fontSize) * (e.currentCSSZoom || 1);
    if (all.getBoundingClientRect().width && size < least - 0.1) found.push([size, own[0].data.trim()]); } };
  look(document.querySelector('.st-key-stage')); return found; }"""
# Pairs of texts or pictures of which one lies over the other by more than a hair.
OVER = """() => { const stage = document.querySelector('.st-key-stage'), drawn = [...stage.querySelectorAll('*')]
    .flatMap(e => e.shadowRoot ? [...e.shadowRoot.querySelectorAll('text')] : []);
  const all = [...stage.querySelectorAll('h1, h2, p, li, img'), ...drawn]
    .filter(e => e.checkVisibility({visibilityProperty: true})).map(e => {
      const {left, right, top, bottom, width, height} = e.getBoundingClientRect();
      const lead = e.tagName === 'text' ? height * 0.15 : 0;  // a line's box is taller than its ink
      return [e, {left, right, width, height, top: top + lead, bottom: bottom - lead}]; })
    .filter(([, r]) => r.width > 2 && r.height > 2);
  return all.flatMap(([a, r], n) => all.slice(n + 1).filter(([b, q]) => !a.contains(b) && !b.contains(a)
      && Math.min(r.right, q.right) - Math.max(r.left, q.left) > 1
      && Math.min(r.bottom, q.bottom) - Math.max(r.top, q.top) > 1)
    .map(([b]) => [a.textContent.slice(0, 20), b.textContent.slice(0, 20) || b.tagName])); }"""
