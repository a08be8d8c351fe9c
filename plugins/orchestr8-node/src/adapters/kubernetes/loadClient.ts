type Client = typeof import('@kubernetes/client-node');

/** What a host says that has no dynamic import, or had it compiled into a require of its own. */
const NO_IMPORT = [
  'ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG',
  'ERR_REQUIRE_ESM',
];

/**
 * The vendor's client, loaded when first needed: it is large, and a program
 * that never asks a cluster never pays for it. It is an ES module; a host that
 * runs us in a VM context without dynamic import (a test runner) gets it by
 * Node's own `require`.
 */
export async function loadClient(): Promise<Client> {
  try {
    return await import('@kubernetes/client-node');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!NO_IMPORT.includes(code ?? '')) throw error;
    const { createRequire } = process.getBuiltinModule('node:module');
    return createRequire(__filename)('@kubernetes/client-node') as Client;
  }
}
