const BY_ENDING: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** A document with its type: some systems name none, then the ending does, and the server looks at the content. */
export function typedFile(file: File): Blob {
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  return file.type === '' ? new Blob([file], { type: BY_ENDING[ending] ?? 'application/pdf' }) : file;
}
