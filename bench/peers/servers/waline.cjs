// Starts Waline as its own vanilla.js does, on this machine alone: node waline.cjs PORT. Settings come in the environment.
const path = require('node:path');

const root = path.dirname(require.resolve('@waline/vercel/package.json'));
const Application = require('thinkjs');
new Application({ ROOT_PATH: root, APP_PATH: path.join(root, 'src'), env: 'production' }).run();
think.config('host', '127.0.0.1');
