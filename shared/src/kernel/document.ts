/** What a document from outside may be, told by its content. */
export const DOCUMENT_TYPES = ['application/pdf', 'image/jpeg', 'image/png'];

/** Why a document is refused; each says what to do. */
export const DOCUMENT_ERRORS = [
  'TOO_LARGE',
  'WRONG_FILE_TYPE',
  'DOCUMENT_NOT_READABLE',
  'DOCUMENT_ACTIVE',
  'DOCUMENT_LOCKED',
  'DOCUMENT_TOO_LONG',
  'DOCUMENT_TOO_SMALL',
  'TOO_MANY_TRIES',
];
