using HelpDeskBot.Desk.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDeskBot.Api;

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseCheck(HelpDeskDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer");
}
