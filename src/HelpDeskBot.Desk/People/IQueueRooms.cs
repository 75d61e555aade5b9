using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Desk.People;

/// <summary>A channel in which every queue has a room of its own without anybody choosing one.</summary>
public interface IQueueRooms
{
    /// <summary>Opens the room of a queue, unless it is open.</summary>
    Task OpenAsync(QueueId queue, CancellationToken stop);
}
