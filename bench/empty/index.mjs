export const handler = async () => ({ version: '1.0', response: {} });
