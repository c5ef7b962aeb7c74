import { base64urlEncode, formatStrictJson, normalizeLowS, publicJwk, type Signer, utf8Encode } from '@minglu/protocol';

/** Answers a department's challenge with a case key: a compact JWS, `typ` `minglu-department-session+v0`. */
export const signHolderProof = async (
  { id, chain, challenge }: { readonly id: string; readonly chain: string; readonly challenge: string },
  signer: Signer,
): Promise<string> => {
  const head = part({ alg: 'ES256', typ: 'minglu-department-session+v0', jwk: publicJwk(signer.publicKey) });
  const input = `${head}.${part({ chain, department: id, challenge })}`;
  return `${input}.${base64urlEncode(normalizeLowS(await signer.sign(utf8Encode(input))))}`;
};

const part = (value: Parameters<typeof formatStrictJson>[0]): string =>
  base64urlEncode(utf8Encode(formatStrictJson(value)));
