import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { PartedFile, StoredFile } from '../../../platform/files/files';
import { sendBytes } from '../../../platform/http/bytes';

/** Our own picture of a page; it never changes under its address, and stays with whoever may see it. */
export const sendPicture = (reply: FastifyReply, picture: StoredFile): Buffer =>
  sendBytes(reply, { bytes: picture.bytes, type: picture.contentType, cache: 'private' });

/** The original: saved, never shown, whatever it is. */
export function sendOriginal(
  reply: FastifyReply,
  original: { readonly file: PartedFile; readonly name: string },
): Readable {
  reply.header('content-length', String(original.file.byteCount));
  return sendBytes(reply, {
    bytes: Readable.from(original.file.parts),
    type: 'application/octet-stream',
    savedAs: original.name,
  });
}
