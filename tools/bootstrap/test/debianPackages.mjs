import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Programs that tests use when they are there; each can come from a Debian package. */
const PROGRAMS = {
  chromium: {
    debian: 'chromium',
    find: () => onPath('chromium') ?? onPath('chromium-browser'),
  },
  prometheus: { debian: 'prometheus', find: () => onPath('prometheus') },
  alertmanager: {
    debian: 'prometheus-alertmanager',
    find: () => onPath('prometheus-alertmanager') ?? onPath('alertmanager'),
  },
  promtool: { debian: 'prometheus', find: () => onPath('promtool') },
  postgres: { debian: 'postgresql', find: postgres },
  zsh: { debian: 'zsh', find: () => onPath('zsh') },
  fish: { debian: 'fish', find: () => onPath('fish') },
};

/**
 * Where each program is, after an attempt to install what is missing. What
 * is still missing has no entry.
 */
export async function debianPackages({ steps }) {
  const missing = [
    ...new Set(
      Object.values(PROGRAMS).flatMap(({ debian, find }) =>
        find() ? [] : [debian],
      ),
    ),
  ];
  if (missing.length && process.getuid?.() === 0 && onPath('apt-get')) {
    // Run level 1 keeps the packages from starting services of their own.
    const env = {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      RUNLEVEL: '1',
    };
    const apt = (name, ...args) =>
      steps.run('apt-get', args, { name, cwd: '/', env });
    try {
      await steps.step(
        `Install Debian packages: ${missing.join(', ')}`,
        async () => {
          await apt('apt-update', 'update');
          await apt(
            'apt-install',
            'install',
            '-y',
            '--no-install-recommends',
            ...missing,
          );
        },
      );
    } catch (error) {
      console.log(`  ${error.message}`);
    }
  }
  return Object.fromEntries(
    Object.entries(PROGRAMS)
      .map(([name, { find }]) => [name, find()])
      .filter(([, file]) => file),
  );
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map(folder => path.join(folder, name))
    .find(file => existsSync(file));
}

/** Debian keeps the server out of the PATH. */
function postgres() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base)
    ? readdirSync(base).sort((a, b) => Number(b) - Number(a))
    : [];
  return (
    versions
      .map(version => path.join(base, version, 'bin', 'postgres'))
      .find(file => existsSync(file)) ?? onPath('postgres')
  );
}
