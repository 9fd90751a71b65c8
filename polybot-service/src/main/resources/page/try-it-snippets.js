// A request of the contract as programs write it. Each takes { method, url, headers, file, form } and knows no operation by name.

const quoted = (text) => JSON.stringify(text)
const shell = (text) => `'${text.replaceAll("'", "'\\''")}'`
const lines = (headers, line) => Object.entries(headers).map(([name, value]) => line(name, value))

const curl = ({ method, url, headers, file, form }) =>
  [
    `curl --fail-with-body -s -X ${method} ${shell(url)}`,
    ...lines(headers, (name, value) => `-H ${shell(`${name}: ${value}`)}`),
    ...(file ? [form ? `-F ${shell(`file=@${file}`)}` : `--data-binary ${shell(`@${file}`)}`] : []),
  ].join(' \\\n  ')

const javaScript = ({ method, url, headers, file, form }) => {
  const body = !file ? [] : form ? ['  body: form,'] : [`  body: await readFile(${quoted(file)}),`]
  return [
    ...(file ? ["import { readFile } from 'node:fs/promises'", ''] : []),
    ...(file && form ? ['const form = new FormData()', `form.append('file', new Blob([await readFile(${quoted(file)})]), ${quoted(file)})`] : []),
    `const response = await fetch(${quoted(url)}, {`,
    `  method: '${method}',`,
    `  headers: ${JSON.stringify(headers)},`,
    ...body,
    '})',
    'console.log(response.status, await response.text())',
  ].join('\n')
}

const python = ({ method, url, headers, file, form }) => {
  const body = !file ? '' : form ? `, files={"file": open(${quoted(file)}, "rb")}` : `, data=open(${quoted(file)}, "rb")`
  return [
    'import requests',
    '',
    `response = requests.request("${method}", ${quoted(url)}, headers=${JSON.stringify(headers)}${body}, timeout=90)`,
    'print(response.status_code, response.text)',
  ].join('\n')
}

const java = ({ method, url, headers, file }) =>
  [
    'import java.net.URI; import java.net.http.*; import java.nio.file.Path; // in jshell it runs as it stands',
    '',
    `var request = HttpRequest.newBuilder(URI.create(${quoted(url)}))`,
    ...lines(headers, (name, value) => `    .header(${quoted(name)}, ${quoted(value)})`),
    `    .method("${method}", ${file ? `HttpRequest.BodyPublishers.ofFile(Path.of(${quoted(file)}))` : 'HttpRequest.BodyPublishers.noBody()'})`,
    '    .build();',
    'var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());',
    'System.out.println(response.statusCode() + " " + response.body());',
  ].join('\n')

export const snippets = { curl, JavaScript: javaScript, Python: python, Java: java }
