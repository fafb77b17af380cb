import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Checks files against profiles of veraPDF: `Validate PROFILE,PROFILE FILE...`. A line for every check that was made, with the
 * number of its assertions, and one for every rule that is broken: profile, file, rule, how often, what is wrong and where.
 */
public class Validate {
  public static void main(String[] words) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String name : words[0].split(",")) {
      ValidationProfile profile;
      try (InputStream rules = Profiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
        profile = Profiles.profileFromXml(rules);
      }
      for (int at = 1; at < words.length; at++) check(name, profile, words[at]);
    }
  }

  private static void check(String name, ValidationProfile profile, String file) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), profile.getPDFAFlavour());
         PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, 100, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println(String.join("\t", "checked", name, file, String.valueOf(result.getTotalAssertions())));
      Map<String, Integer> counts = new TreeMap<>();
      Map<String, String> examples = new TreeMap<>();
      for (TestAssertion each : result.getTestAssertions()) {
        if (each.getStatus() != TestAssertion.Status.FAILED) continue;
        String rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber();
        counts.merge(rule, 1, Integer::sum);
        examples.putIfAbsent(rule, (each.getMessage() + " @ " + each.getLocation().getContext()).replaceAll("\\s+", " "));
      }
      for (String rule : counts.keySet()) {
        System.out.println(String.join("\t", "broken", name, file, rule, counts.get(rule) + "x", examples.get(rule)));
      }
      if (!result.isCompliant() && counts.isEmpty()) System.out.println(String.join("\t", "broken", name, file, "?", "", ""));
    }
  }
}
