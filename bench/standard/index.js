// The standard stack as its documentation shows it: one launch, remembered by its own DynamoDB adapter.
const Alexa = require('ask-sdk');
const { DynamoDB } = require('aws-sdk');

const launch = {
  canHandle: ({ requestEnvelope }) => Alexa.getRequestType(requestEnvelope) === 'LaunchRequest',
  async handle({ attributesManager, responseBuilder }) {
    const attributes = await attributesManager.getPersistentAttributes();
    attributesManager.setPersistentAttributes({ ...attributes, launches: (attributes.launches ?? 0) + 1 });
    await attributesManager.savePersistentAttributes();
    return responseBuilder
      .speak('Welcome. Where does your lower back hurt?')
      .reprompt('Left, right, or both?')
      .getResponse();
  },
};

const skill = Alexa.SkillBuilders.standard()
  .withTableName(process.env.TABLE_NAME)
  .withDynamoDbClient(new DynamoDB({ endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB }))
  .addRequestHandlers(launch)
  .create();

// Its own .lambda() takes a callback, which Lambda no longer calls since Node 24.
exports.handler = async (event, context) => skill.invoke(event, context);
