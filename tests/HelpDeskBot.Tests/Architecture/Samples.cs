using HelpDeskBot.Desk.Tickets;

#pragma warning disable CA1822, CS9113 // Samples do nothing.

namespace HelpDeskBot.Tests.Architecture;

/// <summary>What the rules forbid; each rule is run against its sample, so that it is known to fail.</summary>
internal static class Samples
{
    internal sealed class CallsAnother(ClaimTicket claim)
    {
        public Task RunAsync() => Task.CompletedTask;
    }

    internal sealed class CallsAnything(IServiceProvider services)
    {
        public Task RunAsync() => Task.CompletedTask;
    }

    internal sealed class RunsTwo
    {
        public Task RunAsync() => Task.CompletedTask;

        public Task RunAsync(int again) => Task.FromResult(again);
    }

    internal sealed class KnowsEverything(int a, int b, int c, int d, int e, int f);

    /// <summary>Data may have as many parts as it has.</summary>
    internal sealed record ManyParts(int A, int B, int C, int D, int E, int F);

    internal static int TooLong(int value)
    {
        var first = value;
#line 1000
        first++;
#line 1060
        return first;
#line default
    }
}
