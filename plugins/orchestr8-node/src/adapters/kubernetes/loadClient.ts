type Client = typeof import('@kubernetes/client-node');

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
    if (code !== 'ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG') throw error;
    const { createRequire } = process.getBuiltinModule('node:module');
    return createRequire(__filename)('@kubernetes/client-node') as Client;
  }
}
