using Portal.Shared;

namespace Portal.Server.Platform;

internal sealed class GetFirstStepsHandler(IEnumerable<IFirstStep> steps) : IHandler<GetFirstSteps, FirstSteps>
{
    public async Task<Answer<FirstSteps>> HandleAsync(GetFirstSteps request, CurrentUser user, CancellationToken cancellationToken)
    {
        var ordered = steps.OrderBy(step => step.Step).ToList();
        var done = new List<FirstStep>();

        // One after the other: they share a database context.
        foreach (var step in ordered)
        {
            if (await step.IsDoneAsync(user, cancellationToken))
            {
                done.Add(step.Step);
            }
        }

        return new FirstSteps([.. ordered.Select(step => step.Step)], done);
    }
}
