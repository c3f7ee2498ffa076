/** Numbers as text: in JSON, tens of thousands of them take longer to read than everything else. In the order of bytes of the machine that builds. */
export function toText(numbers: Uint32Array | Int8Array): string {
  return Buffer.from(numbers.buffer).toString('base64');
}

/** The bytes of what `toText` wrote. */
export function toBytes(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, 'base64')).buffer;
}
