using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Channels.Contract;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>Deliveries come again and in any order; what people wrote is there once, as they wrote it last.</summary>
public sealed class TeamsOrderTests : TeamsStory
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Amina.FilesAsync("qzx the tray is stuck");
        await Chen.WritesAsync("Ask requester", "Which tray?");
    }

    [Fact]
    public async Task In_any_number_they_have_one_effect_each()
    {
        await Amina.SaysAsync("the lower one");
        for (var i = 0; i < 3; i++)
        {
            await Amina.IsDeliveredAgainAsync();
        }

        await Amina.EditsAsync("the lower one", "the upper one");
        await Amina.IsDeliveredAgainAsync();
        await Amina.IsDeliveredAgainAsync();
        Assert.Equal((1, 1), (await CountAsync(Act.Comment), await CountAsync(Act.EditMessage)));
        await Chen.SeesAsync("the upper one");
    }

    [Fact]
    public async Task An_edit_that_comes_before_its_message_is_what_was_said()
    {
        var (message, edit, _) = Amina.Composes("the lower one", "the upper one");
        await Amina.IsDeliveredAsync(edit);
        await Amina.IsDeliveredAsync(message);
        await Amina.IsDeliveredAsync(edit);
        Assert.Equal((1, 0), (await CountAsync(Act.Comment), await CountAsync(Act.EditMessage)));
        await Chen.SeesAsync("the upper one");
        Assert.Equal(0, await Chen.CountsAsync("the lower one"));
    }

    [Fact]
    public async Task A_message_that_was_taken_back_before_it_came_is_not_there()
    {
        var (message, _, removal) = Amina.Composes("the lower one", "");
        await Amina.IsDeliveredAsync(removal);
        await Amina.IsDeliveredAsync(message);
        Assert.Equal(0, await CountAsync(Act.Comment));
        Assert.Equal(0, await Chen.CountsAsync("the lower one"));
    }

    [Fact]
    public async Task Of_two_edits_the_one_made_last_stands()
    {
        var (message, first, _) = Amina.Composes("the lower one", "the upper one");
        var (_, second, _) = Amina.Composes("", "the middle one");
        second["id"] = message["id"]!.DeepClone();
        await Amina.IsDeliveredAsync(message);
        await Amina.IsDeliveredAsync(second);
        await Amina.IsDeliveredAsync(first);
        await Chen.SeesAsync("the middle one");
        Assert.Equal((0, 1), (await Chen.CountsAsync("the upper one"), await CountAsync(Act.EditMessage)));
    }

    [Fact]
    public async Task Two_messages_that_change_places_are_both_there()
    {
        var (first, _, _) = Amina.Composes("the lower one", "");
        var (second, _, _) = Amina.Composes("near the window", "");
        await Amina.IsDeliveredAsync(second);
        await Amina.IsDeliveredAsync(first);
        await Amina.IsDeliveredAsync(second);
        Assert.Equal(2, await CountAsync(Act.Comment));
        Assert.Equal(2, await Amina.ToldAsync("Added to"));
    }
}
