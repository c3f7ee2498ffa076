import { createHmac, randomBytes } from 'node:crypto';

/** Gives every id a name that says nothing about it: the same each time, and not to be found out without the key. */
export type Pseudonym = (id: string) => string;

/** @param secret a secret of the installation, so that names stay the same over restarts; left out, they change with each */
export function createPseudonym(secret?: string): Pseudonym {
  const key = secret ? createHmac('sha256', secret).update('srm pseudonyms').digest() : randomBytes(32);
  return (id) => createHmac('sha256', key).update(id).digest('base64url').slice(0, 16);
}
