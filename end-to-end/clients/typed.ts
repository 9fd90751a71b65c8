// One picture by a client whose types were generated from the contract: what it may send and what comes back, tsc checks.
import { readFile } from 'node:fs/promises';

import createClient from 'openapi-fetch';

import type { components, paths } from './generated/schema.js';

type Prediction = components['schemas']['Prediction'];

const { POLYBOT = '', POLYBOT_KEY, PICTURE = '', NAME } = process.env;
const client = createClient<paths>({
  baseUrl: new URL(POLYBOT).origin,
  headers: POLYBOT_KEY ? { Authorization: `Bearer ${POLYBOT_KEY}` } : {},
});

const picture = await readFile(PICTURE);

const { data, error } = await client.POST('/api/v1/predictions', {
  params: { query: { name: NAME, confidence: 0.3 }, header: { Prefer: 'wait=60' } },
  headers: { 'Content-Type': 'application/octet-stream' },
  // The contract calls any body a text; these are its bytes.
  body: PICTURE,
  bodySerializer: () => picture,
});
if (!data || !('id' in data)) {
  throw new Error(JSON.stringify(error));
}

const { data: again } = await client.GET('/api/v1/predictions/{id}', { params: { path: { id: data.id } } });
const prediction: Prediction | undefined = again;
console.log(JSON.stringify(prediction));
