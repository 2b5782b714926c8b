import { extractText, getDocumentProxy } from 'unpdf';

/** Wat een lezer uit een PDF kan kopiëren, in de volgorde van het document. */
export type GelezenPdf = { tekst: string; bladzijden: number; ua: boolean };

/** Leest een PDF zoals een gewone lezer dat doet, met pdf.js. */
export async function leesPdf(pdf: Uint8Array): Promise<GelezenPdf> {
  const ua = Buffer.from(pdf).toString('latin1').includes('<pdfuaid:part>1</pdfuaid:part>');
  // pdf.js neemt het geheugen over.
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text, totalPages } = await extractText(document, { mergePages: true });
  return { tekst: text.replace(/\s+/gu, ' '), bladzijden: totalPages, ua };
}
