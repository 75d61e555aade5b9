using HelpDeskBot.Cards;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Tests.Authorisation;

/// <summary>The table <c>acts.tsv</c> through the real program: every cell by every way in.</summary>
public sealed class ActTests(RoleDesk roles) : IClassFixture<RoleDesk>
{
    // Done by the desk's own clock, or together with another act.
    private static readonly Act[] WithoutWay =
        [Act.File, Act.WakeUp, Act.ResolveBySilence, Act.CloseBySilence, Act.TakeIn, Act.SetImpact, Act.SetUrgency, Act.FollowUp];

    private readonly Dictionary<(bool, Status, string), Ticket> _untouched = [];

    public static TheoryData<string> Acts => [.. AuthorisationTable.Acts];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Everybody_may_do_exactly_what_the_table_says_in_every_way(string act)
    {
        var wrong = new List<string>();
        var others = new Dictionary<bool, Ticket>();
        foreach (var isPrivate in new[] { false, true })
        {
            others[isPrivate] = await roles.TicketAsync(isPrivate, Status.New, "");
        }

        foreach (var cell in AuthorisationTable.Cells.Where(cell => cell.Act == act && CanBe(cell)))
        {
            foreach (var way in Ways.All[act].Where(way => way.IsFor(cell)))
            {
                var trial = new Trial(roles, cell, await TicketAsync(cell, way), others[cell.IsPrivate]);
                var verdict = await way.Try(trial);
                if (verdict != cell.Expected || await IsTouchedAsync(trial, way))
                {
                    wrong.Add($"{cell} ({way.Name} {way.Verb}): {verdict}, not {cell.Expected}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void No_act_is_missing_from_the_table()
    {
        var missing = Enum.GetValues<Act>().Except(WithoutWay).Select(act => act.ToString()).Except(AuthorisationTable.Acts);
        Assert.Empty(missing);
        Assert.Empty(AuthorisationTable.Acts.Except(Ways.All.Keys));
    }

    [Fact]
    public void No_verb_is_missing_from_the_ways_and_the_table_of_the_other_verbs()
    {
        var verbs = typeof(Verbs).GetFields().Select(field => (string)field.GetValue(null)!);
        var ways = Ways.All.Values.SelectMany(ways => ways).Select(way => way.Verb);
        Assert.Empty(verbs.Except(ways).Except(OtherVerbTests.Rows.Select(row => row.Verb)));
    }

    // Nobody has been asked or answered on what nobody has, or how it went before it ended.
    private static bool CanBe(Cell cell) => cell.Act switch
    {
        "RetractReply" or "Give" or "KeepTicket" => cell.Status is not Status.New,
        "Rate" => cell.Status is Status.Resolved or Status.Closed,
        _ => true,
    };

    // What is refused leaves the ticket as it was, to be used again.
    private async Task<Ticket> TicketAsync(Cell cell, Way way)
    {
        if (cell.Expected is Verdict.Allowed && way.Changes)
        {
            return await roles.TicketAsync(cell.IsPrivate, cell.Status, cell.Act);
        }

        var key = (cell.IsPrivate, cell.Status, cell.Act);
        return _untouched.TryGetValue(key, out var known)
            ? known
            : _untouched[key] = await roles.TicketAsync(cell.IsPrivate, cell.Status, cell.Act);
    }

    private async Task<bool> IsTouchedAsync(Trial trial, Way way)
    {
        var isTouched = await roles.VersionOfAsync(trial.Ticket.Id) != trial.Ticket.Version;
        if (isTouched)
        {
            _untouched.Remove((trial.Cell.IsPrivate, trial.Cell.Status, trial.Cell.Act));
        }

        return isTouched && !(way.Changes && trial.Cell.Expected is Verdict.Allowed);
    }
}
