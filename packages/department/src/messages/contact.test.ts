import { expect, test } from 'vitest';
import { parseContact } from './contact.ts';

const good = { phone: '13800000000', email: 'a.b+c@mail.example.com', language: 'zh-CN', electronicService: false };

test('a phone of the mainland or with its country, and one plain address, are taken', () => {
  expect(parseContact(good, 5)).toEqual({ ...good, at: 5 });
  for (const phone of ['+85291234567', '+886912345678', '19912345678'])
    expect(parseContact({ ...good, phone }, 5).phone).toBe(phone);
  expect(parseContact({ language: 'en', electronicService: true }, 5)).toEqual({
    language: 'en',
    electronicService: true,
    at: 5,
  });
});

test('whatever could be more than an address is refused, and the refusal repeats none of it', () => {
  const bad = [
    { phone: '12345' },
    { phone: '138 0000 0000' },
    { phone: 13800000000 },
    { email: 'a@b' },
    { email: 'a@b.example\r\nBcc: x@y.example' },
    { email: 'a@b.example,c@d.example' },
    { email: '"a b"@c.example' },
    { email: 'a@b.example\n' },
    { email: '甲@例子.中国' },
    { language: 'fr' },
    { electronicService: 'yes' },
    { name: '王秀英' },
  ];
  for (const change of bad) {
    const read = () => parseContact({ ...good, ...change } as never, 5);
    expect(read, JSON.stringify(change)).toThrow('contact-invalid');
    try {
      read();
    } catch (error) {
      const text = JSON.stringify(error);
      for (const value of Object.values(change)) expect(text).not.toContain(`${value}`);
    }
  }
});

test('a masked address is none: a form that was filled with one does not write it over the real one', () => {
  for (const change of [{ phone: '138****0000' }, { email: 'a**@example.com' }, { phone: '138＊＊＊＊0000' }])
    expect(() => parseContact({ ...good, ...change }, 5)).toThrow('masked-value');
});
