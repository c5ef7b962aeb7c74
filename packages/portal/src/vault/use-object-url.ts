import { useEffect, useState } from 'react';

/** An address for bytes, good as long as the component stands; afterwards the browser lets go of them. */
export function useObjectUrl(bytes: Uint8Array<ArrayBuffer> | undefined, mediaType: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (bytes === undefined) return;
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  return bytes === undefined ? undefined : url;
}
