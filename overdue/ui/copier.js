export default function ({ data, parentElement }) {
  const button = parentElement.querySelector('button')
  const said = parentElement.querySelector('span')
  const area = parentElement.querySelector('textarea')
  button.textContent = data.label
  area.value = data.text
  area.setAttribute('aria-label', data.label)
  if (said.dataset.of !== data.text) { said.textContent = ''; area.hidden = true; said.dataset.of = data.text }
  const select = () => {
    area.hidden = false
    area.focus()
    area.select()
    said.textContent = data.select
  }
  button.onclick = () => {
    if (!navigator.clipboard) { select(); return }
    navigator.clipboard.writeText(data.text).then(() => { said.textContent = data.done }, select)
  }
}
