/** A small valid EPCIS document with one event that no other call makes. */
export function makeDocument(serial: number): { text: string; epc: string } {
  const epc = `https://id.gs1.org/01/06901234567892/21/${serial}`;
  const text = JSON.stringify({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-01-01T00:00:00Z',
    epcisBody: {
      eventList: [
        {
          type: 'ObjectEvent',
          action: 'OBSERVE',
          bizStep: 'inspecting',
          disposition: 'in_progress',
          epcList: [epc],
          eventTime: new Date(Date.UTC(2026, 0, 1) + serial * 1000).toISOString(),
          eventTimeZoneOffset: '+08:00',
          readPoint: { id: 'https://id.gs1.org/414/6901234567892' },
        },
      ],
    },
  });
  return { text, epc };
}
