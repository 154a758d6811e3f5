import { useEffect, useRef, useState } from 'preact/hooks';
import type { Code } from './readCode.ts';
import { readPicture } from './readPicture.ts';

/** Why there is no picture of the camera. */
export type CameraProblem = 'insecure' | 'denied' | 'noCamera';

/** Frames are looked at with at least this pause, so that the phone stays cool and its battery lasts. */
const pauseMs = 120;
/** Longer side of the looked at picture: enough for a code that fills a third of it. */
const mostPixels = 1280;

const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs));

async function openCamera(): Promise<MediaStream> {
  if (!window.isSecureContext || !navigator.mediaDevices) throw new Error('insecure');
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } },
    });
  } catch (error) {
    throw new Error(error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'noCamera');
  }
}

function grab(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) return null;
  const scale = Math.min(1, mostPixels / Math.max(videoWidth, videoHeight));
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
}

/** Shows the camera in a video element and gives the codes that it sees, until the element goes. */
export function useCamera(onCode: (code: Code) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<CameraProblem | null>(null);
  const [torch, setTorch] = useState<MediaStreamTrack | null>(null);
  const listener = useRef(onCode);
  listener.current = onCode;
  useEffect(() => {
    let ended = false;
    let stream: MediaStream | null = null;
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const look = async () => {
      stream = await openCamera();
      const element = video.current;
      if (ended || !element) return stop();
      element.srcObject = stream;
      await element.play();
      const [track] = stream.getVideoTracks();
      if (track && 'torch' in (track.getCapabilities?.() ?? {})) setTorch(track);
      const canvas = document.createElement('canvas');
      for (let frame = 0; !ended; frame += 1) {
        const picture = grab(element, canvas);
        // Every fifth frame is looked at longer: small, dark or tilted codes.
        const code = picture && (await readPicture(picture, { patient: frame % 5 === 4 }));
        if (code && !ended) listener.current(code);
        await pause();
      }
    };
    look().catch((error: Error) => {
      if (!ended) setProblem((['insecure', 'denied'] as const).find((known) => known === error.message) ?? 'noCamera');
    });
    return () => {
      ended = true;
      stop();
    };
  }, []);
  return { video, problem, torch };
}
