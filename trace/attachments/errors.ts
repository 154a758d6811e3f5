import { defineErrors } from '../../errors.ts';

/** Errors of pictures that belong to events. */
export const attachmentErrors = defineErrors('trace', {
  attachmentTooLarge: {
    status: 413,
    retryable: false,
    cause: 'The picture has {sizeBytes} bytes; at most {mostBytes} are accepted.',
    next: 'Make the picture smaller, such as 1600 pixels wide, and send it again.',
  },
  attachmentNotAnImage: {
    status: 415,
    retryable: false,
    cause: 'The body is not what its media type {mediaType} says.',
    next: 'Send a JPEG as image/jpeg or a WebP as image/webp.',
  },
  attachmentWithCameraData: {
    status: 400,
    retryable: false,
    cause: 'The picture carries data of the camera (EXIF or XMP), which may tell where a person was.',
    next: 'Remove that data from the picture, put the hash of what remains into the event, and send it.',
  },
  attachmentWithoutEvent: {
    status: 409,
    retryable: false,
    cause: 'Your organisation has no event {eventID} that names a picture with the SHA-256 {hash}.',
    next: 'Capture the event first, with this hash in its field https://ns.xiangyu.example/epcis/photo, then send the picture.',
  },
  attachmentUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no picture {hash} that you may see.',
    next: 'Check the hash; a picture is seen by whoever may see an event that names it.',
  },
});
