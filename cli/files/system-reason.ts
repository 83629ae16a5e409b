const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'it is in use',
  EDQUOT: 'no space left',
  EEXIST: 'something is there already',
  EPERM: 'permission denied',
  EISDIR: 'not a file',
  ELOOP: 'symbolic links in a circle',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'nothing is there',
  ENOSPC: 'no space left',
  ENOTDIR: 'a part of the path is no folder',
  ENXIO: 'not a file',
  EROFS: 'the file system can only be read',
  ERR_FS_FILE_TOO_LARGE: 'too large',
  ERR_INVALID_ARG_VALUE: 'no possible name',
  ERR_STRING_TOO_LONG: 'too large',
};

/** Why the file system refused, in words; without paths. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return reasons[code] ?? code;
}
