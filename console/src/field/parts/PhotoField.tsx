/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { shrinkPhoto } from '../photo/shrinkPhoto.ts';
import { keepPhoto, readPhotos } from '../store/entries.ts';
import { fill, useTexts } from '../texts/texts.ts';

/** More pictures say no more, and cost the farmer's data. */
const mostPhotos = 6;

/** Pictures on the phone as addresses that an image shows. */
function usePictures(hashes: readonly string[]): { hash: string; address: string }[] {
  const [pictures, setPictures] = useState<{ hash: string; address: string }[]>([]);
  const wanted = hashes.join();
  useEffect(() => {
    let shown: { hash: string; address: string }[] = [];
    readPhotos(wanted === '' ? [] : wanted.split(',')).then((photos) => {
      shown = photos.map(({ hash, mediaType, content }) => ({
        hash,
        address: URL.createObjectURL(new Blob([content], { type: mediaType })),
      }));
      setPictures(shown);
    });
    return () => {
      for (const { address } of shown) URL.revokeObjectURL(address);
    };
  }, [wanted]);
  return pictures;
}

/** Photos of a record, each drawn smaller and without its position before it is kept. */
export function PhotoField({ photos, onChange }: { photos: readonly string[]; onChange: (photos: string[]) => void }) {
  const { t } = useTexts();
  const [problem, setProblem] = useState(false);
  const [busy, setBusy] = useState(false);
  const pictures = usePictures(photos);
  const add = async (files: FileList | null) => {
    setProblem(false);
    setBusy(true);
    const added: string[] = [];
    for (const file of [...(files ?? [])].slice(0, mostPhotos - photos.length)) {
      try {
        const photo = await shrinkPhoto(file);
        await keepPhoto(photo);
        added.push(photo.hash);
      } catch {
        setProblem(true);
      }
    }
    setBusy(false);
    if (added.length > 0) onChange([...new Set([...photos, ...added])]);
  };
  return (
    <>
      <ul class="photos">
        {pictures.map(({ hash, address }, index) => (
          <li key={hash} data-testid="photo" data-hash={hash}>
            <img src={address} alt={fill(t.form.photo, { number: index + 1 })} />
            <button
              type="button"
              aria-label={`${t.remove} ${fill(t.form.photo, { number: index + 1 })}`}
              onClick={() => onChange(photos.filter((one) => one !== hash))}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      {photos.length < mostPhotos ? (
        <label class={`button second file ${busy ? 'busy' : ''}`}>
          {t.form.takePhoto}
          <input
            type="file"
            accept="image/*"
            capture="environment"
            data-testid="photo-input"
            disabled={busy}
            onChange={({ currentTarget }) => add(currentTarget.files)}
          />
        </label>
      ) : (
        <p class="hint">{t.form.mostPhotos}</p>
      )}
      <p class={problem ? 'fault' : 'hint'}>{problem ? t.form.photoProblem : t.form.photoHint}</p>
    </>
  );
}
