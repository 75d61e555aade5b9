using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.BotFramework.Schema;

namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>What tests of the connector's client say often.</summary>
internal static class ConnectorCalls
{
    public static ChannelAccount Bot { get; } = new() { Id = $"28:{TestBot.AppId}", Name = "Help Desk" };

    public static Activity Text(string text) => new() { Type = ActivityTypes.Message, Text = text };

    /// <param name="id">Of a thread of the conversation; null for itself.</param>
    public static ConversationReference At(FakeConversation conversation, string? id = null) => new()
    {
        ChannelId = "msteams",
        ServiceUrl = FakeCloud.ServiceUrl,
        Bot = Bot,
        Conversation = new ConversationAccount { Id = id ?? conversation.Id, TenantId = conversation.Tenant, ConversationType = conversation.Type },
    };

    /// <summary>The value of what must have been done.</summary>
    public static T Done<T>(ConnectorResult<T> result)
    {
        Assert.Equal(ConnectorOutcome.Done, result.Outcome);
        return result.Value!;
    }
}
