/** The name that an ICC profile gives itself, from its `desc` tag. */
export function iccName(profile: Uint8Array | undefined): string | null {
  if (profile === undefined || profile.length < 132) return null;
  const bytes = Buffer.from(profile);
  const tags = Math.min(bytes.readUInt32BE(128), 100);
  for (let at = 132; at < 132 + tags * 12 && at + 12 <= bytes.length; at += 12) {
    if (bytes.toString('latin1', at, at + 4) === 'desc') return described(bytes, bytes.readUInt32BE(at + 4));
  }
  return 'unnamed';
}

/** Version 2 writes ASCII with its length, version 4 a list of translations in UTF-16. */
function described(bytes: Buffer, at: number): string {
  if (at + 28 > bytes.length) return 'unnamed';
  const kind = bytes.toString('latin1', at, at + 4);
  const text =
    kind === 'mluc'
      ? utf16(bytes, at + bytes.readUInt32BE(at + 24), bytes.readUInt32BE(at + 20))
      : bytes.toString('latin1', at + 12, at + 12 + bytes.readUInt32BE(at + 8));
  return text.replace(/\p{C}/gu, '').trim().slice(0, 100) || 'unnamed';
}

const utf16 = (bytes: Buffer, from: number, length: number): string =>
  Buffer.from(bytes.subarray(from, from + length - (length % 2)))
    .swap16()
    .toString('utf16le');
