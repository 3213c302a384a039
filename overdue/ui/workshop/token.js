export default function ({ parentElement, setStateValue }) {
  const mark = parentElement.querySelector('i')
  if (mark.dataset.said) return
  mark.dataset.said = '1'
  const name = 'overdue-token'
  let held = null
  try { held = localStorage.getItem(name) } catch { held = null }
  if (!held) {
    const bytes = crypto.getRandomValues(new Uint8Array(18))
    held = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_')
    try { localStorage.setItem(name, held) } catch { held = String(held) }
  }
  setStateValue('token', held)
}
