import { packRequest, type Request, unpackRequest } from './request.js';

/**
 * The way that led to an answer, itself included. It rides in the ids of the blocks with the buttons: Slack sends them back with a click,
 * and does not send a private message along.
 */
export type Trail = readonly Request[];

/** Slack's limit for the id of a block. */
const MOST = 255;

/** The id of a block with buttons. `row` tells the rows of a message apart. The oldest steps are left out if there are too many. */
export function packTrail(row: number, trail: Trail): string {
  let packed = '';
  for (const request of [...trail].reverse()) {
    const step = packRequest(request)?.replaceAll('%', '%25').replaceAll('|', '%7C');
    if (step === undefined || packed.length + step.length + 5 > MOST) break;
    packed = packed ? `${step}|${packed}` : step;
  }
  return `at${row}:${packed}`;
}

/** Reads what `packTrail` wrote; an empty way for anything else. */
export function unpackTrail(blockId: string): Request[] {
  const packed = /^at\d:(.*)$/s.exec(blockId)?.[1];
  if (!packed) return [];
  const steps = packed.split('|').map((step) => unpackRequest(step.replaceAll('%7C', '|').replaceAll('%25', '%')));
  return steps.every((step) => step !== undefined) ? steps : [];
}
