// A request of the contract as programs write it. Each takes { method, url, headers, files, form, saves } and knows no operation by name:
// files go as a form's or the only one as the body, and an answer that is a picture is saved under
// the name that saves gives, with the extension of what it is.

const quoted = (text) => JSON.stringify(text)
const shell = (text) => `'${text.replaceAll("'", "'\\''")}'`
const lines = (headers, line) => Object.entries(headers).map(([name, value]) => line(name, value))
const listed = (files) => files.map(quoted).join(', ')

const curl = ({ method, url, headers, files, form, saves }) =>
  [
    `${saves ? 'type=$(' : ''}curl ${saves ? '--fail' : '--fail-with-body'} -sS -X ${method} ${shell(url)}`,
    ...lines(headers, (name, value) => `-H ${shell(`${name}: ${value}`)}`),
    ...files.map((file, i) => (form ? `-F ${shell(`file${i}=@${quoted(file)}`)}` : `--data-binary ${shell(`@${file}`)}`)),
    ...(saves ? [`-o ${saves} -w '%{content_type}') && mv ${saves} "${saves}.\${type#image/}"`] : []),
  ].join(' \\\n  ')

const javaScript = ({ method, url, headers, files, form, saves }) => {
  const uses = [...(files.length ? ['readFile'] : []), ...(saves ? ['writeFile'] : [])]
  return [
    ...(uses.length ? [`import { ${uses.join(', ')} } from 'node:fs/promises'`, ''] : []),
    ...(form ? ['const form = new FormData()', `for (const name of [${listed(files)}]) form.append(name, new Blob([await readFile(name)]), name)`] : []),
    `const response = await fetch(${quoted(url)}, {`,
    `  method: '${method}',`,
    `  headers: ${JSON.stringify(headers)},`,
    ...(form ? ['  body: form,'] : files.map((file) => `  body: await readFile(${quoted(file)}),`)),
    '})',
    ...(saves
      ? ['if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)', `await writeFile(response.headers.get('Content-Type').replace('image/', '${saves}.'), Buffer.from(await response.arrayBuffer()))`]
      : ['console.log(response.status, await response.text())']),
  ].join('\n')
}

const python = ({ method, url, headers, files, form, saves }) => {
  const body = form ? `, files=[("file", open(name, "rb")) for name in [${listed(files)}]]` : files.map((file) => `, data=open(${quoted(file)}, "rb")`).join('')
  return [
    'import requests',
    '',
    `response = requests.request("${method}", ${quoted(url)}, headers=${JSON.stringify(headers)}${body}, timeout=90)`,
    ...(saves ? ['response.raise_for_status()', `open(response.headers["Content-Type"].replace("image/", "${saves}."), "wb").write(response.content)`] : ['print(response.status_code, response.text)']),
  ].join('\n')
}

const java = ({ method, url, headers, files, form, saves }) => {
  const type = form ? { 'Content-Type': 'multipart/form-data; boundary=polybot' } : {}
  const body = form ? 'ofByteArray(form.toByteArray())' : files.length ? `ofFile(Path.of(${quoted(files[0])}))` : 'noBody()'
  return [
    'import java.net.URI; import java.net.http.*; import java.nio.file.*; // in jshell it runs as it stands',
    '',
    ...(form
      ? [
          'var form = new java.io.ByteArrayOutputStream();',
          `for (var name : new String[] {${listed(files)}}) {`,
          '    form.writeBytes(("--polybot\\r\\nContent-Disposition: form-data; name=\\"file\\"; filename=\\"" + name.replace("\\"", "%22") + "\\"\\r\\n\\r\\n").getBytes("UTF-8"));',
          '    form.writeBytes(Files.readAllBytes(Path.of(name)));',
          '    form.writeBytes("\\r\\n".getBytes());',
          '}',
          'form.writeBytes("--polybot--\\r\\n".getBytes());',
        ]
      : []),
    // jshell takes a line that could be all for all.
    `var request = HttpRequest.newBuilder(URI.create(${quoted(url)})).`,
    ...lines({ ...headers, ...type }, (name, value) => `    header(${quoted(name)}, ${quoted(value)}).`),
    `    method("${method}", HttpRequest.BodyPublishers.${body}).build();`,
    `var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.${saves ? 'ofByteArray' : 'ofString'}());`,
    saves
      ? `if (response.statusCode() == 200) Files.write(Path.of(response.headers().firstValue("Content-Type").orElse("").replace("image/", "${saves}.")), response.body()); else System.out.println(response.statusCode() + " " + new String(response.body()));`
      : 'System.out.println(response.statusCode() + " " + response.body());',
  ].join('\n')
}

export const snippets = { curl, JavaScript: javaScript, Python: python, Java: java }
