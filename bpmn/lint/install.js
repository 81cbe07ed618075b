// Installs the lint packages unless those of package.json are there already, so that a second build needs no network.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const wanted = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies;

function isThere(name) {
  const file = path.join(root, 'node_modules', name, 'package.json');
  return fs.existsSync(file)
    && (wanted[name].startsWith('file:') || JSON.parse(fs.readFileSync(file, 'utf8')).version === wanted[name]);
}

if (!Object.keys(wanted).every(isThere)) {
  const npm = spawnSync('npm', [ 'install', '--no-audit', '--no-fund', '--loglevel=error' ], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32'
  });
  if (npm.error) {
    console.error('npm is needed on the PATH to lint the models:', npm.error.message);
  }
  process.exit(npm.status ?? 1);
}
