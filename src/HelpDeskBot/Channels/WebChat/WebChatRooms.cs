using HelpDeskBot.Desk.People;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Channels.WebChat;

/// <summary>Every queue has a room in the web chat, named like the queue.</summary>
internal sealed class WebChatRooms(KeepConversation keep) : IQueueRooms
{
    public Task OpenAsync(QueueId queue, CancellationToken stop) =>
        keep.RunAsync(new KeepConversationCommand(WebChatNames.Channel, queue.Value) { Queue = queue }, stop);
}
