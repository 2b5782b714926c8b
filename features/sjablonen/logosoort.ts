const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Handtekening en de kop met de maten; korter is geen PNG. */
const PNG_KOP = 33;
const VOORAF = /^\uFEFF?(?:\s|<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE\s+svg[^>]*>)*/iu;

/** Wat een gekozen bestand is aan zijn inhoud; de naam zegt niets. Of het als logo kan keurt de server. */
export function logosoort(bytes: Uint8Array): 'svg' | 'png' | undefined {
  if (bytes.length >= PNG_KOP && PNG.every((b, i) => bytes[i] === b)) return 'png';
  const begin = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 4000));
  return /^<svg[\s/>]/iu.test(begin.replace(VOORAF, '')) ? 'svg' : undefined;
}
