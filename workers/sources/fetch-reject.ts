import type { Reject } from '../../schemas/index.js';
import type { FetchError } from '../fetch/fetch-error.js';

/** The reject of an address; where a copy of an earlier time stays in the dataset it says so. */
export function fetchReject(uri: string, error: FetchError, kept: boolean): Reject {
  const { code, message } = error;
  return {
    uri,
    sha256: null,
    stage: 'find',
    code,
    message: kept ? `${message} The copy of an earlier round stands.` : message,
    document_id: null,
  };
}
