using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.People;

/// <summary>A person as a channel vouches for them.</summary>
public sealed record RegisterPersonCommand(string Channel, string Account, Person Person);

/// <summary>Makes a person known, or changes their name where the channel has a newer one. A language they chose stays.</summary>
public sealed class RegisterPerson(HelpDeskDb db)
{
    public async Task RunAsync(RegisterPersonCommand command, CancellationToken stop)
    {
        var known = await db.People.AsTracking().SingleOrDefaultAsync(person => person.Id == command.Person.Id, stop);
        if (known is null)
        {
            db.People.Add(command.Person with { });
        }
        else
        {
            db.Entry(known).CurrentValues.SetValues(command.Person with { ChosenLanguage = known.ChosenLanguage, Notifications = known.Notifications, IsAway = known.IsAway, BackAt = known.BackAt });
        }

        if (!await db.Identities.AnyAsync(row => row.Channel == command.Channel && row.Account == command.Account, stop))
        {
            db.Identities.Add(new IdentityRow { Channel = command.Channel, Account = command.Account, Person = command.Person.Id });
        }
    }
}

/// <summary>Where a person or a queue can be reached on a channel.</summary>
public sealed record KeepConversationCommand(string Channel, string Conversation)
{
    public PersonId? Person { get; init; }

    public QueueId? Queue { get; init; }

    /// <summary>What the channel needs beside the id to speak there.</summary>
    public string? Reference { get; init; }
}

/// <summary>Keeps a conversation, so that the bot can speak first there, also after a restart.</summary>
public sealed class KeepConversation(HelpDeskDb db, BusinessClock clock)
{
    public async Task RunAsync(KeepConversationCommand command, CancellationToken stop)
    {
        var row = await db.Conversations.AsTracking()
            .SingleOrDefaultAsync(row => row.Channel == command.Channel && row.Id == command.Conversation, stop);
        if (row is not null)
        {
            (row.SeenAt, row.Reference) = (clock.Now, command.Reference);
            return;
        }

        db.Conversations.Add(new ConversationRow
        {
            Channel = command.Channel,
            Id = command.Conversation,
            Person = command.Person,
            Queue = command.Queue,
            Reference = command.Reference,
            SeenAt = clock.Now,
        });
    }
}
