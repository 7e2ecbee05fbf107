import { createHash } from 'node:crypto';
import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { clientOf, tableName } from '../../simulator/dynamo.ts';

/** Replaces a text in all items of an account, keys and all, and tells in how many places. */
export const replaceStored = async (
  endpoint: string,
  userId: string,
  old: string,
  changed: string,
): Promise<number> => {
  const client = clientOf(endpoint);
  const pk = `USER#${createHash('sha256').update(userId).digest('base64url')}`;
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
    }),
  );
  let places = 0;
  for (const item of Items) {
    const pieces = JSON.stringify(item).split(old);
    places += pieces.length - 1;
    const Item = JSON.parse(pieces.join(changed)) as Record<string, AttributeValue>;
    await client.send(new PutItemCommand({ TableName: tableName, Item }));
  }
  client.destroy();
  return places;
};
