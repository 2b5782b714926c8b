import { useEffect, useState } from 'react';

/** De stem van de browser voor een taal, als die er is: `undefined` laat de knop weg. */
export function useStem(spraak: string): ((tekst: string) => void) | undefined {
  const [stem, setStem] = useState<SpeechSynthesisVoice>();
  useEffect(() => {
    const spraken = window.speechSynthesis;
    if (!spraken) return;
    const [taal = spraak] = spraak.split('-');
    const kies = () => {
      const stemmen = spraken.getVoices();
      const past = (v: SpeechSynthesisVoice) => v.lang.toLowerCase().replace('_', '-');
      setStem(
        stemmen.find((v) => past(v) === spraak.toLowerCase()) ??
          stemmen.find((v) => past(v).split('-')[0] === taal),
      );
    };
    kies();
    spraken.addEventListener('voiceschanged', kies);
    return () => {
      spraken.removeEventListener('voiceschanged', kies);
      spraken.cancel();
    };
  }, [spraak]);
  if (!stem) return undefined;
  return (tekst) => {
    const uiting = new SpeechSynthesisUtterance(tekst);
    uiting.voice = stem;
    uiting.lang = stem.lang;
    uiting.rate = 0.9;
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(uiting);
  };
}
