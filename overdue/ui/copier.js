export default function ({ data, parentElement }) {
  const button = parentElement.querySelector('button')
  const said = parentElement.querySelector('span')
  const area = parentElement.querySelector('textarea')
  area.value = data.text
  area.setAttribute('aria-label', data.label)
  button.className = data.large ? 'large' : ''
  const of = data.label + data.text
  if (said.dataset.of !== of) {
    said.textContent = said.className = ''
    area.hidden = true
    said.dataset.of = of
    button.textContent = data.label
  }
  const tell = () => {
    button.style.minWidth = `${button.offsetWidth}px` // what is said stands in the button: nothing moves
    button.textContent = said.textContent = data.done
  }
  const select = () => {
    area.hidden = false
    area.focus()
    area.select()
    said.textContent = data.select
    said.className = 'seen'
  }
  button.onclick = () => {
    if (!navigator.clipboard) { select(); return }
    navigator.clipboard.writeText(data.text).then(tell, select)
  }
}
