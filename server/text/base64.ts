/** How many bytes are turned at a time: arguments of a call are limited in number. */
const SLICE = 0x8000;

/** Bytes in base64, with what a browser, a Worker and Node all have. */
export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += SLICE)
    binary += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(binary);
}

/** The bytes that base64 stands for; throws where it is none. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

declare const atob: (base64: string) => string;
declare const btoa: (binary: string) => string;
