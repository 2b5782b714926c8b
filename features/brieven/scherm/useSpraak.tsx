import { useCallback, useEffect, useRef, useState } from 'react';
import type { Taal } from '../../shared/talen.schema.ts';
import { kiesStem } from './spraak.ts';

const kanSpreken = () => 'speechSynthesis' in window;

/** The voices of this browser; they come some time after the page. */
function useStemmen(): SpeechSynthesisVoice[] {
  const [stemmen, setStemmen] = useState<SpeechSynthesisVoice[]>([]);
  useEffect(() => {
    if (!kanSpreken()) return;
    const lees = () => setStemmen(window.speechSynthesis.getVoices());
    lees();
    window.speechSynthesis.addEventListener('voiceschanged', lees);
    return () => window.speechSynthesis.removeEventListener('voiceschanged', lees);
  }, []);
  return stemmen;
}

/** Reads sentences aloud one by one and tells which one it is at. */
export function useSpraak(zinnen: readonly string[], taal: Taal) {
  const stem = kiesStem(useStemmen(), taal);
  const [nu, setNu] = useState<number | null>(null);
  const beurt = useRef(0);

  const stop = useCallback(() => {
    beurt.current += 1;
    if (kanSpreken()) window.speechSynthesis.cancel();
    setNu(null);
  }, []);

  // Another text or another page: silence.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text and language are the reason to stop
  useEffect(() => stop, [stop, taal, zinnen]);

  const lees = useCallback(
    (vanaf = 0) => {
      if (!stem) return;
      stop();
      const mijn = beurt.current;
      const volgende = (i: number) => {
        const zin = zinnen[i];
        if (mijn !== beurt.current || zin === undefined) {
          if (mijn === beurt.current) setNu(null);
          return;
        }
        setNu(i);
        const spreek = new SpeechSynthesisUtterance(zin);
        spreek.voice = stem;
        spreek.lang = stem.lang;
        spreek.rate = 0.9;
        spreek.onend = () => volgende(i + 1);
        spreek.onerror = () => mijn === beurt.current && setNu(null);
        window.speechSynthesis.speak(spreek);
      };
      volgende(vanaf);
    },
    [stem, stop, zinnen],
  );
  return { stem, nu, lees, stop };
}
