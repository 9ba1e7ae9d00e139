import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.PrintWriter;
import java.util.ArrayList;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs test classes, or methods written CLASS#METHOD; a line "failed TEST" for each that fails. */
class Launch {
    public static void main(String[] tests) {
        var selectors = new ArrayList<DiscoverySelector>();
        for (String test : tests) {
            selectors.add(test.contains("#") ? selectMethod(test) : selectClass(test));
        }
        var listener = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
        LauncherFactory.create().execute(request, listener);
        var summary = listener.getSummary();
        for (var failure : summary.getFailures()) {
            String id = failure.getTestIdentifier().getUniqueId();
            String type = id.replaceAll(".*\\[class:([^\\]]*)\\].*", "$1").replaceAll(".*\\.", "");
            System.out.println("failed " + type + "." + failure.getTestIdentifier().getDisplayName().replace("()", ""));
            if (System.getenv("FAULTS_VERBOSE") != null) failure.getException().printStackTrace(System.out);
        }
        System.out.println("ran " + summary.getTestsStartedCount());
        System.exit(summary.getTotalFailureCount() > 0 || summary.getTestsStartedCount() == 0 ? 1 : 0);
    }
}
