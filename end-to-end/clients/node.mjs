// One picture by one of Node's clients: node node.mjs form|body|axios|undici
import { readFile } from 'node:fs/promises'

const { POLYBOT, POLYBOT_KEY, PICTURE, NAME } = process.env
const picture = await readFile(PICTURE)
const headers = { Prefer: 'wait=60', ...(POLYBOT_KEY && { Authorization: `Bearer ${POLYBOT_KEY}` }) }

const form = () => {
  const data = new FormData()
  data.append('file', new Blob([picture]), NAME)
  return data
}

const clients = {
  form: async () => (await fetch(POLYBOT, { method: 'POST', headers, body: form() })).text(),
  body: async () => (await fetch(POLYBOT, { method: 'POST', headers, body: picture })).text(),
  axios: async () => {
    const { default: axios } = await import('axios')
    return JSON.stringify((await axios.post(POLYBOT, form(), { headers })).data)
  },
  undici: async () => {
    const { request } = await import('undici')
    const { body } = await request(`${POLYBOT}?name=${encodeURIComponent(NAME)}`, { method: 'POST', headers, body: picture })
    return body.text()
  },
}

console.log(await clients[process.argv[2]]())
