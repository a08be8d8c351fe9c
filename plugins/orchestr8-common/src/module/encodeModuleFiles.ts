import { InputError } from '@backstage/errors';
import { EncodedModuleFiles, ModuleFiles } from './ModuleFiles';

/** Bytes handed to `String.fromCharCode` at once; more would overflow the argument list. */
const CHUNK = 0x8000;

/**
 * The files as they cross HTTP: each path with its bytes in base64, ordered by path.
 *
 * @public
 */
export function encodeModuleFiles(files: ModuleFiles): EncodedModuleFiles {
  const encoded: EncodedModuleFiles = Object.create(null);
  for (const path of [...files.keys()].sort()) {
    encoded[path] = toBase64(files.get(path)!);
  }
  return { ...encoded };
}

/**
 * The way back from {@link encodeModuleFiles}.
 *
 * @throws InputError when a value is not base64.
 * @public
 */
export function decodeModuleFiles(encoded: EncodedModuleFiles): ModuleFiles {
  const files = new Map<string, Uint8Array>();
  for (const path of Object.keys(encoded).sort()) {
    files.set(path, fromBase64(path, encoded[path]));
  }
  return files;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary);
}

function fromBase64(path: string, text: unknown): Uint8Array {
  if (typeof text !== 'string') {
    throw new InputError(`The content of the file "${path}" is not text.`);
  }
  try {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++) {
      bytes[at] = binary.charCodeAt(at);
    }
    return bytes;
  } catch {
    throw new InputError(`The content of the file "${path}" is not base64.`);
  }
}
