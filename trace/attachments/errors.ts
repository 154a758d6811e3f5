import { defineErrors } from '../../errors.ts';

/** Errors of pictures that belong to events. */
export const attachmentErrors = defineErrors('trace', {
  attachmentTooLarge: {
    status: 413,
    retryable: false,
    cause: 'The picture has {sizeBytes} bytes; at most {mostBytes} are accepted.',
    next: 'Make the picture smaller, such as 1600 pixels wide, and send it again.',
    zh: {
      cause: '照片有 {sizeBytes} 字节，最多可接收 {mostBytes} 字节。',
      next: '请缩小照片（例如宽 1600 像素）后重新发送。',
    },
  },
  attachmentNotAnImage: {
    status: 415,
    retryable: false,
    cause: 'The body is not what its media type {mediaType} says.',
    next: 'Send a JPEG as image/jpeg or a WebP as image/webp.',
    zh: {
      cause: '发送的内容与媒体类型 {mediaType} 不符。',
      next: '请发送 JPEG（image/jpeg）或 WebP（image/webp）照片。',
    },
  },
  attachmentWithCameraData: {
    status: 400,
    retryable: false,
    cause: 'The picture carries data of the camera (EXIF or XMP), which may tell where a person was.',
    next: 'Remove that data from the picture, put the hash of what remains into the event, and send it.',
    zh: {
      cause: '照片带有拍摄信息（EXIF 或 XMP），可能泄露个人所在位置。',
      next: '请去除照片中的拍摄信息，把去除后文件的哈希值写入事件，再发送照片。',
    },
  },
  attachmentWithoutEvent: {
    status: 409,
    retryable: false,
    cause: 'Your organisation has no event {eventID} that names a picture with the SHA-256 {hash}.',
    next: 'Capture the event first, with this hash in its field https://ns.xiangyu.example/epcis/photo, then send the picture.',
    zh: {
      cause: '本单位的事件 {eventID} 没有写明 SHA-256 为 {hash} 的照片，或该事件不存在。',
      next: '请先采集事件，在字段 https://ns.xiangyu.example/epcis/photo 中写明该哈希值，再发送照片。',
    },
  },
  attachmentUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no picture {hash} that you may see.',
    next: 'Check the hash; a picture is seen by whoever may see an event that names it.',
    zh: { cause: '没有可以查看的照片 {hash}。', next: '请核对哈希值；有权查看相关事件的人才能查看照片。' },
  },
});
