// Shows each operation of the contract as a form, sends it and shows what comes back. It knows no operation by name.

import { snippets } from './try-it-snippets.js'

const contract = await (await fetch('/openapi.json')).json()
const key = document.getElementById('key')
document.getElementById('summary').textContent = contract.info.summary

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

const resolve = (node) => (node.$ref ? node.$ref.slice(2).split('/').reduce((at, name) => at[name], contract) : node)

const field = (parameter) => {
  const { name, description = '', schema, required } = parameter
  const control = schema.enum
    ? make('select', {}, ...['', ...schema.enum].map((value) => make('option', { value, textContent: value })))
    : make('input', { placeholder: parameter.example ?? '' })
  Object.assign(control, { name, required: Boolean(required) })
  return make('label', {}, `${name} (${parameter.in})`, control, make('small', { textContent: description }))
}

const bodyField = (types) => {
  const form = 'multipart/form-data' in types
  const several = form && Object.values(types)[0] !== undefined && Object.keys(types).length > 1
  const control = make('input', { type: 'file', name: 'body', accept: 'image/*', required: true, multiple: several })
  return make('label', {}, several ? 'pictures' : 'picture', control)
}

const requestOf = (method, path, parameters, types, form) => {
  const headers = key.value ? { Authorization: `Bearer ${key.value}` } : {}
  const query = new URLSearchParams()
  let address = path
  for (const { name, in: place } of parameters) {
    const value = form.elements[name].value.trim()
    if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(value))
    else if (value && place === 'query') query.set(name, value)
    else if (value) headers[name] = value
  }
  const options = { method: method.toUpperCase(), headers }
  if (types) {
    const files = [...form.elements.body.files]
    const raw = files.length === 1 && 'application/octet-stream' in types
    if (raw) {
      options.body = files[0]
      headers['Content-Type'] = files[0].type || 'application/octet-stream'
      query.has('name') || query.set('name', files[0].name)
    } else {
      options.body = new FormData()
      files.forEach((file, i) => options.body.append(`file${i}`, file))
    }
  }
  return [address + (query.size ? `?${query}` : ''), options]
}

const headersOf = (response) =>
  make('details', {}, make('summary', {}, 'Headers'), make('pre', { textContent: [...response.headers].map((header) => header.join(': ')).join('\n') }))

const show = async (response, began, output) => {
  const time = `${Math.round(performance.now() - began)} ms`
  const status = make('p', { className: response.ok ? 'status' : 'status bad', textContent: `${response.status}, ${time}` })
  const type = response.headers.get('Content-Type') ?? ''
  output.replaceChildren(status, headersOf(response))
  if (type.startsWith('image/')) {
    output.append(make('img', { alt: 'the picture', src: URL.createObjectURL(await response.blob()) }))
  } else if (type.startsWith('text/event-stream')) {
    const text = output.appendChild(make('pre'))
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) text.append(part.value)
  } else if (response.status !== 204) {
    const text = await response.text()
    output.append(make('pre', { textContent: type.includes('json') ? JSON.stringify(JSON.parse(text), null, 2) : text }))
  }
}

/** The schema with what it refers to in its place; none refers to itself. */
const inPlace = (schema) =>
  schema?.$ref
    ? inPlace(resolve(schema))
    : Array.isArray(schema)
      ? schema.map(inPlace)
      : schema && typeof schema === 'object'
        ? Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, inPlace(value)]))
        : schema

const answers = (responses) =>
  make(
    'details',
    {},
    make('summary', {}, 'Answers'),
    ...Object.entries(responses).map(([status, reference]) => {
      const { description, content = {} } = resolve(reference)
      const schemas = Object.entries(content).map(([type, { schema }]) => `${type}\n${JSON.stringify(inPlace(schema), null, 2)}`)
      return make('details', {}, make('summary', {}, `${status}: ${description}`), make('pre', { textContent: schemas.join('\n') || 'no body' }))
    }),
  )

/** The same request as programs write it, as the form is filled in; a key is never shown. @param saves what a picture that is the answer is called, null where none is */
const asCode = (method, path, parameters, types, saves, form) => {
  const code = make('pre')
  const languages = make('select', { ariaLabel: 'language' }, ...Object.keys(snippets).map((name) => make('option', { textContent: name })))
  const write = () => {
    const [address, { headers, body }] = requestOf(method, path, parameters, types, form)
    const described = { ...headers, ...(headers.Authorization && { Authorization: 'Bearer YOUR-KEY' }) }
    const chosen = types ? [...form.elements.body.files].map(({ name }) => name) : []
    const files = types && chosen.length === 0 ? ['picture.jpg'] : chosen
    code.textContent = snippets[languages.value]({ method: method.toUpperCase(), url: location.origin + address, headers: described, files, form: body instanceof FormData, saves })
  }
  for (const changing of [form, languages, key]) changing.addEventListener('input', write)
  const details = make('details', {}, make('summary', {}, 'As code'), languages, code)
  details.addEventListener('toggle', write)
  return details
}

const operation = (path, method, shared, described) => {
  const parameters = [...shared, ...(described.parameters ?? [])].map(resolve)
  const types = described.requestBody?.content
  const output = make('section', { ariaLive: 'polite' })
  const button = make('button', { textContent: 'Send' })
  const form = make('form', {}, ...parameters.map(field), ...(types ? [bodyField(types)] : []), button)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    button.disabled = true
    try {
      const began = performance.now()
      await show(await fetch(...requestOf(method, path, parameters, types, form)), began, output)
    } catch (failure) {
      output.replaceChildren(make('p', { className: 'status bad', textContent: `No answer: ${failure.message}` }))
    }
    button.disabled = false
  })
  const saves = Object.keys(resolve(described.responses['200'] ?? {}).content ?? {}).some((type) => type.startsWith('image/')) ? described.operationId : null
  const title = make('summary', {}, make('code', { textContent: `${method.toUpperCase()} ${path}` }), described.summary)
  return make('details', {}, title, make('p', { textContent: described.description ?? '' }), form, asCode(method, path, parameters, types, saves, form), answers(described.responses), output)
}

const main = document.getElementById('operations')
for (const { name, description } of contract.tags) {
  main.append(make('h2', { textContent: name, title: description }))
  for (const [path, { parameters = [], ...methods }] of Object.entries(contract.paths)) {
    for (const [method, described] of Object.entries(methods)) {
      if (described.tags.includes(name)) main.append(operation(path, method, parameters, described))
    }
  }
}
