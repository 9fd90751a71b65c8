import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const START_LIMIT = 10 * 60_000;

/** Starts `./polybot up` as a person does and resolves, when it prints its pages' addresses, to these (the chat's, that for pictures, that of the system at work), its folder and an end. */
export async function startPolybot(environment = {}) {
  const data = await mkdtemp(join(tmpdir(), 'polybot-browser-'));
  const process_ = spawn(join(root, 'polybot'), ['up', '--port', '0', '--rest-port', '0', '--live-port', '0', '--data', data], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise(resolve => process_.once('exit', resolve));
  const [address, pictures, , live] = await addressesIn(process_);
  return {
    address,
    pictures,
    live,
    data,
    async stop() {
      process_.kill('SIGINT');
      const code = await ended;
      await rm(data, { recursive: true, force: true });
      return code;
    },
  };
}

function addressesIn(process_) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`not up in time:\n${output}`)), START_LIMIT);
    const read = chunk => {
      output += chunk;
      if (output.includes('Ctrl-C')) {
        clearTimeout(timer);
        resolve(output.match(/http:\/\/127\.0\.0\.1:\d+[^\s)]*/g));
      }
    };
    process_.stdout.on('data', read);
    process_.stderr.on('data', read);
    process_.once('exit', code => reject(new Error(`ended with ${code} before it was up:\n${output}`)));
  });
}
